namespace Foldstream;

/// <summary>A filter asks for a custom operator that its store does not have.</summary>
public sealed class UnknownOperatorException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="name">The name of the operator.</param>
    /// <param name="store">What the store is called, such as <c>SQLite</c>.</param>
    /// <param name="option">The option that takes operators, such as <c>SqliteStoreOptions.QueryOperators</c>.</param>
    public UnknownOperatorException(string name, string store, string option)
        : base($"The {store} store has no query operator '{name}': register it in {option}, or correct its name.")
    {
        Name = name;
        Store = store;
        Option = option;
    }

    /// <summary>The name of the operator.</summary>
    public string Name { get; }

    /// <summary>What the store is called.</summary>
    public string Store { get; }

    /// <summary>The option that takes operators.</summary>
    public string Option { get; }
}
