import ArgumentParser
import DDI
import DxgSystem
import DxgTrace
import Dxgkrnl
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
    configuration.limits.commit = machine.commitLimit ?? memory.installed / 2
    let kernel = Kernel(configuration)
    try addAdapter(to: kernel)
    let listing = AdapterListing(kernel, driver: machine.driver.map(absolutePath), installed: memory.installed)
    let text = json ? listing.json.description + "\n" : listing.text(ink: Output.Stream.standardOutput.ink)
    Output.write(text, to: .standardOutput)
  }

  private func addAdapter(to kernel: Kernel) throws(CommandFailure) {
    let card = machine.card
    let name = machine.driver ?? "softgpu"
    let description = machine.driver.map(absolutePath) ?? "DxgKit SoftGPU"
    let miniport: any Miniport = try machine.driver.map { path throws(CommandFailure) in try load(path) } ?? SoftGPU(card)
    do throws(Refusal) {
      _ = try kernel.addAdapter(
        miniport, identity: AdapterIdentity(description: description), barBytes: card.visibleVideoMemory)
    } catch {
      throw .usage("the adapter \(name) did not start: \(error.status), \(error.reason)")
    }
  }

  private func load(_ path: String) throws(CommandFailure) -> any Miniport {
    do throws(DriverLoadError) {
      return try ForeignMiniport(path: absolutePath(path))
    } catch {
      throw .usage("cannot load the driver \(path): \(error)")
    }
  }
}
