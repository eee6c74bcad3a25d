using System.Runtime.CompilerServices;

namespace Foldstream;

/// <summary>One stream, up to now or to a point in its past.</summary>
internal sealed class LiveStream(IEventStore store, StreamId stream, AsOf? asOf) : LiveSource(store)
{
    public override string? CannotBeKept => asOf is null ? null : "a point in the past";

    public override SnapshotKey KeyOf(string owner) => new(owner, stream.ToString(), stream.Tenant);

    public override async IAsyncEnumerable<RecordedEvent> ReadAsync(long? after, GlobalPosition? position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = asOf?.Range ?? StreamRange.All;
        if (after is { } place)
            range = range with { From = place + 1 };
        await foreach (var recorded in Store.ReadAsync(stream, range, cancellationToken).ConfigureAwait(false))
        {
            if (asOf is null || asOf.Includes(recorded.AsStored()))
                yield return recorded;
            else if (asOf.EndsAtFirstLater)
                yield break;
        }
    }

    public override long PlaceOf(RecordedEvent recorded) => recorded.Version.Value;

    public override async ValueTask<bool> HoldsAsync(long place, GlobalPosition? position, CancellationToken cancellationToken)
    {
        var page = new EventPage();
        await Store.ReadAsync(stream, new StreamRange { From = place, Limit = page.Start(1) }, page, cancellationToken).ConfigureAwait(false);
        return page.Events.Count > 0;
    }
}
