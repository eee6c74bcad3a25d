namespace Foldstream;

/// <summary>Which part of the documents that match is asked for.</summary>
/// <remarks>
/// Pages by number count documents from the beginning each time: fit for a few pages that people leaf through. Pages from a cursor go on from a document, cost the same
/// wherever they are, and neither repeat nor leave out a document when others are added or deleted meanwhile, even the one that the cursor points to.
/// </remarks>
public sealed record Page
{
    /// <summary>How many documents a page has at the most: 10,000.</summary>
    public const int MaxSize = 10_000;

    internal const int DefaultSize = 100;

    private Page(int size)
    {
        if (size is < 1 or > MaxSize)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A page has 1 to {MaxSize} documents; to read them all, ask ReadAsync.");
        Size = size;
    }

    /// <summary>How many documents it has at the most.</summary>
    public int Size { get; }

    internal long Offset { get; private init; }

    internal DocumentCursor? Cursor { get; private init; }

    internal bool IsBackward { get; private init; }

    internal bool HasTotal { get; private init; }

    /// <summary>A page by its number, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1, or the size is not from 1 to <see cref="MaxSize"/>.</exception>
    public static Page Number(int number, int size)
    {
        if (number < 1)
            throw new ArgumentOutOfRangeException(nameof(number), number, "Pages are numbered from 1.");
        return new(size) { Offset = (number - 1L) * size };
    }

    /// <summary>The first documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to <see cref="MaxSize"/>.</exception>
    public static Page First(int size) => new(size);

    /// <summary>The last documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to <see cref="MaxSize"/>.</exception>
    public static Page Last(int size) => new(size) { IsBackward = true };

    /// <summary>The documents that follow a cursor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to <see cref="MaxSize"/>.</exception>
    public static Page After(DocumentCursor cursor, int size)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        return new(size) { Cursor = cursor };
    }

    /// <summary>The documents that end before a cursor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to <see cref="MaxSize"/>.</exception>
    public static Page Before(DocumentCursor cursor, int size)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        return new(size) { Cursor = cursor, IsBackward = true };
    }

    /// <summary>The same page, and with it how many documents match in all; that is a count of its own.</summary>
    public Page WithTotal() => this with { HasTotal = true };
}
