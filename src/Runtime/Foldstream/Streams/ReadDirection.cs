namespace Foldstream;

/// <summary>The order in which events are read.</summary>
public enum ReadDirection
{
    /// <summary>The oldest first.</summary>
    Forwards,

    /// <summary>The newest first.</summary>
    Backwards,
}
