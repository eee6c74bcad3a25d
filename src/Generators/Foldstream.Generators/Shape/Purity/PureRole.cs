namespace Foldstream.Generators;

/// <summary>What a method that must be pure is for.</summary>
internal enum PureRole
{
    /// <summary>The handler of an aggregate: it changes the aggregate, and nothing else.</summary>
    Apply,

    /// <summary>The handler of a decider.</summary>
    Evolve,

    /// <summary>The handler of a projection: it changes the document, and nothing else.</summary>
    Project,

    /// <summary>What tells the documents of an event.</summary>
    Key,

    /// <summary>A decision of a decider.</summary>
    Decide,

    /// <summary>A step from an older version of an event to a newer one.</summary>
    Upcast,
}
