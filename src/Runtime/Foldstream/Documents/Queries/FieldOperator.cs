namespace Foldstream;

/// <summary>What a filter asks of a field: the one table for every store. Keys are compared by their UTF-8 bytes.</summary>
/// <remarks>Each is true or false, never unknown: of a field that is null all are false but <see cref="IsNull"/>.</remarks>
public enum FieldOperator
{
    /// <summary>The field's key is the given one.</summary>
    Equal,

    /// <summary>It is lower.</summary>
    Less,

    /// <summary>It is lower or the same.</summary>
    LessOrEqual,

    /// <summary>It is higher.</summary>
    Greater,

    /// <summary>It is higher or the same.</summary>
    GreaterOrEqual,

    /// <summary>It is one of the given ones; none matches nothing.</summary>
    In,

    /// <summary>It holds the given text.</summary>
    Contains,

    /// <summary>It begins with the given text.</summary>
    StartsWith,

    /// <summary>A part of it matches the given expression.</summary>
    Matches,

    /// <summary>The field is a list and the given key is among those of its items.</summary>
    Has,

    /// <summary>The field is null or is not there.</summary>
    IsNull,
}
