namespace Foldstream;

/// <summary>Matches what its filter does not.</summary>
/// <param name="Filter">The filter.</param>
public sealed record NotFilter(DocumentFilter Filter) : DocumentFilter
{
    /// <inheritdoc/>
    internal override int Depth { get; } = DepthOver([Filter]);
}
