using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foldstream;

/// <summary>A range of the log.</summary>
internal sealed class LiveLog(IEventLog log, LogRange range) : LiveSource(log)
{
    public override string? CannotBeKept =>
        range is { After: null, UpTo: null, Limit: null, RecordedFrom: null, RecordedUntil: null } ? null : "a range with a beginning, an end, a limit or times of recording";

    public override SnapshotKey KeyOf(string owner) => new(owner, Describe(), range.Tenant ?? "");

    public override IAsyncEnumerable<RecordedEvent> ReadAsync(long? after, GlobalPosition? position, CancellationToken cancellationToken) =>
        log.ReadLogAsync(after is null ? range : range with { After = position }, cancellationToken);

    public override long PlaceOf(RecordedEvent recorded) => recorded.Position!.Value.Value;

    public override async ValueTask<bool> HoldsAsync(long place, GlobalPosition? position, CancellationToken cancellationToken) =>
        await log.HeadAsync(cancellationToken).ConfigureAwait(false) is { } head && position is { } last && last.Value == place && last.Store == head.Store && last <= head;

    // Short, whatever the range names; without a choice of streams it is what people look for.
    private string Describe()
    {
        if (range is { Tenant: null, Stream: null, Partition: null })
            return range.Category is null ? $"log {NamesHash()}" : $"log of {range.Category} {NamesHash()}";
        var choice = string.Create(
            CultureInfo.InvariantCulture,
            $"{range.Category}\n{range.Tenant is not null}\n{range.Stream}\n{range.Stream?.Tenant}\n{range.Partition?.First}-{range.Partition?.Last}\n{NamesHash()}");
        return $"log {Hash(choice)}";
    }

    private string NamesHash() => Hash(string.Join('\n', (range.EventNames ?? []).Order(StringComparer.Ordinal)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
