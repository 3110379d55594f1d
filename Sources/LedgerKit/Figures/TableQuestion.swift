import Synchronization

/// Something that several rules or figures ask of a table; the table answers once, as long as no row changes.
public final class TableQuestion<Answer: Sendable>: Sendable {
  /// What a table answers from the rows in which some columns can be used.
  public typealias Find = @Sendable (Table, [AnyColumn]) -> Answer

  fileprivate let find: Find

  /// Creates a question by how it is answered.
  public init(_ find: @escaping Find) { self.find = find }
}

extension Table {
  /// The answer from the rows in which some columns can be used. Who asks while another core looks for it waits for it.
  public func answer<Answer>(to question: TableQuestion<Answer>, reading columns: [AnyColumn] = []) -> Answer {
    let doubtful = columns.filter(mayHaveUnusable).map(\.slot)
    return keptAnswers.answer(to: question, doubtful) { question.find(self, columns) }
  }
}

/// The answers of a table.
final class KeptAnswers: Sendable {
  private struct Key: Hashable {
    let question: ObjectIdentifier
    /// The columns in which a cell may be unusable: of most columns none is, and then it is one question whether they are read.
    let doubtful: [Int]
  }

  /// Where an answer is put by who finds it.
  private final class Place<Answer: Sendable>: Sendable {
    let answer = Mutex<Answer?>(nil)
  }

  private let places = Mutex<[Key: any AnyObject & Sendable]>([:])

  /// What was answered holds no more.
  func forget() { places.withLock { if !$0.isEmpty { $0 = [:] } } }

  fileprivate func answer<Answer>(to question: TableQuestion<Answer>, _ doubtful: [Int], _ find: () -> Answer) -> Answer {
    let key = Key(question: ObjectIdentifier(question), doubtful: doubtful)
    let place = places.withLock { places in
      if let known = places[key] as? Place<Answer> { return known }
      let new = Place<Answer>()
      places[key] = new
      return new
    }
    return place.answer.withLock { answer in
      let found = answer ?? find()
      answer = found
      return found
    }
  }
}
