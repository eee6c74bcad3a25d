namespace Foldstream.Postgres;

/// <summary>Which statement a range of the log needs: one for each combination of filters.</summary>
internal readonly record struct LogShape(ReadDirection Direction, bool HasCategory, bool HasTenant, bool HasNames, bool HasPartition, bool HasTimes, bool IsOfStream)
{
    public static LogShape Of(LogRange range) => new(
        range.Direction,
        range.Category is not null,
        range.Tenant is not null,
        range.EventNames is not null,
        range.Partition is not null,
        range.RecordedFrom is not null || range.RecordedUntil is not null,
        range.Stream is not null);
}
