namespace Foldstream;

/// <summary>How an operation ended, in the words of its telemetry.</summary>
internal static class Outcome
{
    public const string Stored = "stored";
    public const string AlreadyStored = "already_stored";
    public const string Nothing = "nothing";
    public const string Loaded = "loaded";
    public const string Dropped = "dropped";

    public static string Of(Exception error) => error switch
    {
        WriteConditionException => "conflict",
        StreamClosedException => "closed",
        DuplicateEventException => "duplicate",
        OperationCanceledException => "cancelled",
        _ => "error",
    };
}
