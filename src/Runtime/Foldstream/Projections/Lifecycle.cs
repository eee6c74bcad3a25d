namespace Foldstream;

/// <summary>When the documents of a projection are brought up to date.</summary>
public enum Lifecycle
{
    /// <summary>Behind the appends, by a subscription: within milliseconds, and writers pay nothing.</summary>
    Async,

    /// <summary>Inside the append, in its transaction: a reader sees the event and the document together. The append goes alone, and waits for others who change the same documents.</summary>
    Inline,
}
