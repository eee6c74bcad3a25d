using System.Collections.Concurrent;

namespace Foldstream.Postgres;

/// <summary>The readers of rows that are free: each keeps its buffer and what it has met.</summary>
internal sealed class EventRows(Guid store, PayloadFormat payload)
{
    private readonly ConcurrentBag<EventRow> free = [];

    public EventRow Rent() => free.TryTake(out var row) ? row : new EventRow(store, payload);

    public void Return(EventRow row)
    {
        row.Trim();
        free.Add(row);
    }
}
