import Dxgkrnl
import WDDM

extension Scenario {
  /// Two processes in the driver at once: level zero lets them (K-079).
  static let races = [
    Scenario(
      "Race - Two Processes", "what calls of two processes touch is compared: same memory, a write, no common lock",
      mode: .races
    ) { stage in
      let rounds = try Rounds()
      let (first, second) = (try stage.client(), try stage.client())
      func both<Answer>(_ body: (VerifyClient) throws -> Answer) throws -> (Answer, Answer) {
        try rounds.concurrently({ try body(first) }, { try body(second) })
      }
      let devices = try both { try $0.another() }
      _ = try rounds.concurrently(
        { try first.process.destroyDevice(devices.0.device) }, { try second.process.destroyDevice(devices.1.device) })
      let alone = try both { try $0.create(stage.wishes(2)) }
      let made = try both { try $0.create(stage.wishes(2), flags: .createResource) }
      _ = try rounds.concurrently(
        { try first.create(stage.wishes(1), resource: made.0.resource) },
        { try second.create(stage.wishes(1), resource: made.1.resource) })
      // A creation beside a destruction, and two destructions.
      let more = try rounds.concurrently(
        { try first.create(stage.wishes(1), flags: .createResource) }, { try second.destroy(alone.1.allocations) })
      _ = try rounds.concurrently(
        { try first.destroy(alone.0.allocations) }, { try second.destroy(resource: made.1.resource) })
      _ = try rounds.concurrently(
        { try first.destroy(resource: made.0.resource) },
        { try second.create(stage.wishes(2), flags: .createResource) })
      try first.destroy(resource: more.0.resource)
      // A third keeps the resource alive, so that neither of the two is the last.
      let keeper = try stage.client()
      let common = try keeper.create(stage.wishes(2), flags: [.createResource, .createShared])
      let opened = try both { try $0.open(common.globalShare) }
      _ = try rounds.concurrently(
        { try first.destroy(resource: opened.0.resource) }, { try second.destroy(resource: opened.1.resource) })
      _ = try rounds.concurrently(
        { try first.open(common.globalShare) }, { try keeper.create(stage.wishes(1), flags: .createResource) })
      stage.races = rounds.races
    },
    Scenario("Race - Two Openers", "two processes open and close one resource on a thread each, three hundred times") {
      stage in
      let (creator, clients) = (try stage.client(), [try stage.client(), try stage.client()])
      let share = try creator.create(stage.wishes(2), flags: [.createResource, .createShared]).globalShare
      onThreads(
        clients.map { client in
          {
            for _ in 0..<300 {
              guard let opened = try? client.open(share) else { return }
              try? client.destroy(resource: opened.resource)
            }
          }
        })
    },
    Scenario("Race - Two Threads", "two processes create, add and destroy on a thread each, three hundred times") {
      stage in
      let clients = [try stage.client(), try stage.client()]
      let wishes = try stage.wishes(2)
      onThreads(
        clients.map { client in
          {
            for _ in 0..<300 {
              guard let created = try? client.create(wishes, flags: .createResource) else { return }
              _ = try? client.create(wishes, resource: created.resource)
              try? client.destroy([created.allocations[1]])
              try? client.destroy(resource: created.resource)
            }
          }
        })
    },
  ]
}
