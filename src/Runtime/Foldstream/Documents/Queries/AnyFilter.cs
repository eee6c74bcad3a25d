namespace Foldstream;

/// <summary>Matches what one of its filters matches.</summary>
/// <param name="Filters">The filters; at least two.</param>
public sealed record AnyFilter(IReadOnlyList<DocumentFilter> Filters) : DocumentFilter, ICombinedFilter
{
    /// <inheritdoc/>
    internal override int Depth { get; } = DepthOver(Filters);
}
