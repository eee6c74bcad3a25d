namespace Foldstream.Generators;

/// <summary>In what way code is not pure.</summary>
internal enum ImpurityKind
{
    /// <summary>It reads the clock, draws at random or makes an id.</summary>
    Ambient,

    /// <summary>It reads or changes what is outside of the program.</summary>
    InputOutput,

    /// <summary>It reads or changes static state.</summary>
    StaticState,

    /// <summary>It waits, or starts what is to be waited for.</summary>
    Asynchrony,

    /// <summary>It throws.</summary>
    Throw,

    /// <summary>It raises an event.</summary>
    Raise,
}
