namespace Foldstream;

/// <summary>A store that takes the content of events by <see cref="EventData.WriteData"/>, before all else of an append to one stream and on the thread of its caller.</summary>
/// <remarks>Aggregates and typed appends hand their events over to it as they are, so that none needs an array of its own.</remarks>
public interface IEncodingEventStore : IEventStore;
