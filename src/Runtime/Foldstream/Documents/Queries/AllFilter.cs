namespace Foldstream;

/// <summary>Matches what all of its filters match.</summary>
/// <param name="Filters">The filters; at least two.</param>
public sealed record AllFilter(IReadOnlyList<DocumentFilter> Filters) : DocumentFilter, ICombinedFilter
{
    /// <inheritdoc/>
    internal override int Depth { get; } = DepthOver(Filters);
}
