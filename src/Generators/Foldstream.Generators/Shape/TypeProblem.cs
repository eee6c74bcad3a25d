namespace Foldstream.Generators;

/// <summary>Why a type cannot be served as what it is marked as, whatever its attribute and its members say.</summary>
internal enum TypeProblem
{
    None,

    /// <summary>It is a record where a plain class is needed.</summary>
    Record,

    /// <summary>It is static.</summary>
    Static,

    /// <summary>It is abstract.</summary>
    Abstract,

    /// <summary>It is a ref struct.</summary>
    RefStruct,

    /// <summary>It, or a type around it, has type parameters.</summary>
    Generic,

    /// <summary>It, or a type around it, is seen by its own file only.</summary>
    FileLocal,

    /// <summary>It, or a type around it, is private or protected.</summary>
    Unreachable,

    /// <summary>No constructor can be called without arguments.</summary>
    NoConstructor,

    /// <summary>It, or a base type, has required members.</summary>
    RequiredMembers,
}
