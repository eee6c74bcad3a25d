namespace Foldstream.Testing;

/// <summary>Builds events as a store would give them, with ids, times and positions that are the same in every run.</summary>
public static class Recorded
{
    /// <summary>The store that the positions belong to.</summary>
    public static Guid Store { get; } = new("00000000-0000-7000-8000-ffffffffffff");

    /// <summary>Begins with a stream: add its events, and go on with other streams.</summary>
    /// <param name="category">The category of the stream.</param>
    /// <param name="id">Its id.</param>
    /// <param name="model">The generated model of the events.</param>
    /// <param name="tenant">Whose it is. The default is empty.</param>
    /// <exception cref="ArgumentException">The address breaks the rules of <see cref="StreamId"/>.</exception>
    public static RecordedEvents Stream(string category, string id, EventModel model, string tenant = "") =>
        new(model, new StreamId(category, id, tenant));
}
