namespace Foldstream;

/// <summary>A cursor was made by another projection or under another sort: it has no place in this order.</summary>
public sealed class ForeignCursorException : FoldstreamException
{
    internal ForeignCursorException(string actual, string expected)
        : base($"The cursor belongs to {actual}, and is asked for in {expected}: begin again with Page.First, or keep the sort while paging.")
    {
        Actual = actual;
        Expected = expected;
    }

    /// <summary>The projection and sort that the cursor belongs to.</summary>
    public string Actual { get; }

    /// <summary>The projection and sort that were asked for.</summary>
    public string Expected { get; }
}
