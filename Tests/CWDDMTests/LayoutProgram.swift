/// A C program that compares struct layouts with facts: sizes, alignments and offsets while it compiles, bit-fields
/// when it runs (a bit-field has no offset: it is set to all ones in a zeroed struct, and the storage unit is looked
/// at).
struct LayoutProgram {
  private(set) var text = """
    #include <stdio.h>
    #include <string.h>
    #include "dispmprt.h"
    #include "d3d10umddi.h"
    #include "d3dumddi9.h"
    #include "softgpu.h"
    static int wrong;
    static void check(const char *what, const void *value, size_t offset, unsigned shift, unsigned width) {
      unsigned long long unit = 0, mask = (width == 64 ? ~0ULL : (1ULL << width) - 1) << shift;
      size_t bytes = shift + width > 32 ? 8 : shift + width > 16 ? 4 : shift + width > 8 ? 2 : 1;
      memcpy(&unit, (const char *)value + offset, bytes);
      if (unit != mask) { printf("%s: 0x%llx, not 0x%llx\\n", what, unit, mask); wrong++; }
    }

    """
  private var body = ""

  mutating func expect(_ name: String, _ fact: LayoutFact) {
    text += "_Static_assert(sizeof(\(name)) == \(fact.size) && _Alignof(\(name)) == \(fact.align), \"\(name)\");\n"
    for field in fact.fields {
      guard let bits = field.bits else {
        text += "_Static_assert(offsetof(\(name), \(field.path)) == \(field.offset), \"\(name).\(field.path)\");\n"
        continue
      }
      body += """
          { \(name) t; memset(&t, 0, sizeof t); t.\(field.path)--;
            check("\(name).\(field.path)", &t, \(field.offset), \(bits.shift), \(bits.width)); }

        """
    }
  }

  mutating func expect(_ name: String, size: Int) {
    text += "_Static_assert(sizeof(\(name)) == \(size), \"\(name)\");\n"
  }

  var source: String { text + "int main(void) {\n" + body + "  return wrong != 0;\n}\n" }
}
