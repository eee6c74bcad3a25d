namespace Foldstream.Generators;

/// <summary>Why a method marked with <c>[Upcast]</c> is no upcaster.</summary>
internal enum UpcasterProblem
{
    None,

    /// <summary>The type that declares it is no event.</summary>
    NotOnEvent,

    /// <summary>It is not static.</summary>
    NotStatic,

    /// <summary>Generated code cannot call it.</summary>
    Unreachable,

    /// <summary>It has type parameters.</summary>
    Generic,

    /// <summary>It does not take one event or JSON object, by value.</summary>
    WrongParameters,

    /// <summary>It gives neither an event nor a JSON object.</summary>
    WrongReturn,

    /// <summary>It gives JSON although it takes an event.</summary>
    ObjectFromEvent,

    /// <summary>It takes or gives an event that is stored under another name.</summary>
    OtherEvent,

    /// <summary>It takes or gives an event of another assembly.</summary>
    OtherAssembly,

    /// <summary>It takes JSON, and does not say of which version.</summary>
    MissingFrom,

    /// <summary>It names a version although the event that it takes has one.</summary>
    NeedlessFrom,
}
