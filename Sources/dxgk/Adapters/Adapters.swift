import ArgumentParser
import DDI
import DxgSystem
import DxgTrace
import Dxgkrnl
import Glibc
import SoftGPU
import WDDM

/// `dxgk adapters`: what a program would find, from a kernel that is started for the question.
struct Adapters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the adapters that a program would find, their drivers and segments.",
    discussion: "Takes the machine options of 'dxgk run', and starts the driver as a program's first call would.")

  @OptionGroup(title: "Machine options")
  var machine: MachineOptions

  @Flag(help: "List as one JSON object on one line.")
  var json = false

  func run() throws {
    let memory = SystemMemory()
    var configuration = KernelConfiguration(memory: memory)
    let findings = FindingList()
    configuration.events = findings
    configuration.limits.commit = machine.commitLimit ?? memory.installed / 2
    let kernel = Kernel(configuration)
    try addAdapter(to: kernel, findings)
    let listing = AdapterListing(
      kernel, driver: machine.driver.map(absolutePath), installed: memory.installed, findings: findings.all)
    let text = json ? listing.json.description + "\n" : listing.text(ink: Output.Stream.standardOutput.ink)
    Output.write(text, to: .standardOutput)
  }

  private func addAdapter(to kernel: Kernel, _ findings: FindingList) throws(CommandFailure) {
    let card = machine.card
    let name = machine.driver ?? "softgpu"
    let description = machine.driver.map(absolutePath) ?? "DxgKit SoftGPU"
    let loaded = try machine.driver.map { path throws(CommandFailure) in try load(path, findings) }
    let miniport = loaded ?? SoftGPU(card)
    do throws(Refusal) {
      _ = try kernel.addAdapter(
        miniport, identity: AdapterIdentity(description: description), barBytes: card.visibleVideoMemory)
    } catch {
      throw .usage("the adapter \(name) did not start: \(error.status), \(error.reason)")
    }
  }

  private func load(_ path: String, _ findings: FindingList) throws(CommandFailure) -> any Miniport {
    // Drivers need the port library, and nothing on the command's own search path has it.
    if let directory = try? LibraryLocation.find(asked: nil) {
      // SAFETY: the path is a terminated string for the length of the call; the library has no initialisers.
      _ = unsafe dlopen(directory + "/libdxgkport.so.0", RTLD_NOW | RTLD_GLOBAL)
    }
    do throws(DriverLoadFailure) {
      return try ForeignMiniport(path: absolutePath(path), findings: findings)
    } catch {
      throw .usage("cannot load the driver: \(error)")
    }
  }
}
