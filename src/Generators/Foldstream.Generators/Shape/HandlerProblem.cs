namespace Foldstream.Generators;

/// <summary>Why a method that is named like a handler is none.</summary>
internal enum HandlerProblem
{
    None,

    /// <summary>It is static where it must not be, or the other way round.</summary>
    WrongStatic,

    /// <summary>It has type parameters.</summary>
    Generic,

    /// <summary>It does not return what a handler returns.</summary>
    WrongReturn,

    /// <summary>It does not take the parameters that a handler takes, by value.</summary>
    WrongParameters,

    /// <summary>Its event parameter is not a type marked with <c>[Event]</c>.</summary>
    NotAnEvent,
}
