namespace Foldstream;

/// <summary>What a snapshot is of.</summary>
/// <param name="Owner">Who folds: <c>aggregate/account</c>, <c>decider/wallet</c> or <c>projection/balances</c>.</param>
/// <param name="Id">What is folded: the id of the stream, or a name of the source such as <c>log</c>.</param>
/// <param name="Tenant">Whose it is. The default is empty.</param>
public readonly record struct SnapshotKey(string Owner, string Id, string Tenant = "");
