import ArgumentParser
struct Adapters: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List adapters, their drivers and segments.")
  @OptionGroup(title: "Machine options") var machine: MachineOptions
}
