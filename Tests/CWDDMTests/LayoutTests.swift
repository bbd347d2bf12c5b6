import Testing

/// The public structs against what is known of Windows' own.
@Suite struct LayoutTests {
  @Test func everyStructWeDeclareHasAFact() throws {
    var known: Set<String> = []
    for facts in Facts.allCases { known.formUnion(try facts.load().keys) }
    #expect(try PublicHeaders.structs().subtracting(known).sorted() == [])
  }

  @Test func everyFactIsAboutAStructWeDeclare() throws {
    let declared = try PublicHeaders.structs()
    for facts in Facts.allCases {
      #expect(try facts.load().keys.filter { !declared.contains($0) }.sorted() == [])
    }
    #expect(try Facts.exceptions().keys.filter { !declared.contains($0) }.sorted() == [])
  }

  @Test(arguments: Compiler.installed.filter { $0.dialect == ["-std=c11"] })
  func sizesOffsetsAndBitsAreThoseOfWindows(compiler: Compiler) throws {
    let exceptions = try Facts.exceptions()
    var program = LayoutProgram()
    for facts in Facts.allCases {
      for (name, fact) in try facts.load() where facts != .user || exceptions[name] == nil {
        program.expect(name, fact)
      }
    }
    for (name, exception) in exceptions { program.expect(name, size: exception.windows) }
    let outcome = try compiler.build(program.source, run: true)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: Compiler.installed.filter { $0.dialect == ["-std=c11"] })
  func withWideCharactersTheyAreThoseOfTheLinuxABI(compiler: Compiler) throws {
    let exceptions = try Facts.exceptions()
    var program = LayoutProgram()
    for (name, fact) in try Facts.user.load() { program.expect(name, fact) }
    for (name, exception) in exceptions { program.expect(name, size: exception.wide) }
    let outcome = try compiler.build(program.source, defines: ["DXGK_WSL_ABI"], run: true)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: Compiler.installed, [[], ["DXGK_WSL_ABI"]])
  func everyHeaderStandsAloneWithoutAWarning(compiler: Compiler, defines: [String]) throws {
    // Once alone, once in the company of all others.
    let names = try PublicHeaders.names()
    for source in names.map({ "#include \"\($0)\"\n" }) + [names.map { "#include \"\($0)\"\n" }.joined()] {
      let outcome = try compiler.build(source + "typedef int not_empty;\n", defines: defines, run: false)
      #expect(outcome.status == 0, "\(source)\(outcome.output)")
    }
  }
}
