namespace Foldstream.Generators;

/// <summary>Why a method marked with <c>[Key]</c> gives no keys.</summary>
internal enum KeyProblem
{
    None,

    /// <summary>It is not static.</summary>
    NotStatic,

    /// <summary>It has type parameters.</summary>
    Generic,

    /// <summary>It does not take an event, and an <c>EventContext</c> if it wants one.</summary>
    WrongParameters,

    /// <summary>It returns what can be neither a key nor a sequence of keys.</summary>
    WrongReturn,
}
