namespace Foldstream;

/// <summary>A step that takes an older version of an event to a newer one.</summary>
/// <param name="From">The version that it takes.</param>
/// <param name="To">The version that it gives.</param>
/// <param name="Method">The method, as <c>OrderPlaced.From</c>.</param>
/// <param name="Takes">The older shape that it takes; null for JSON.</param>
public sealed record Upcaster(int From, int To, string Method, Type? Takes = null)
{
    /// <summary>The method and the versions, as messages name the step.</summary>
    public override string ToString() => $"'{Method}' (version {From} to {To})";
}
