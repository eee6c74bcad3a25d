namespace Foldstream;

/// <summary>How a member of a document is compared and sorted.</summary>
public enum FieldKind
{
    /// <summary>Text, and what JSON holds as text that sorts as it reads: Guid, enum, date, time of day. By UTF-8 bytes.</summary>
    Text,

    /// <summary>A number of any type, by its value.</summary>
    Number,

    /// <summary>A boolean: false before true.</summary>
    Boolean,

    /// <summary>A point in time, by its instant, whatever its offset; one without an offset counts as UTC.</summary>
    Time,

    /// <summary>A duration, by its length.</summary>
    Duration,

    /// <summary>An object with members.</summary>
    Object,

    /// <summary>Items in order.</summary>
    List,

    /// <summary>Items by text keys.</summary>
    Map,
}
