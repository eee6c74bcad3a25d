namespace Foldstream.Generators;

/// <summary>The fold of an aggregate, decider or projection, as values.</summary>
/// <param name="Nesting">The type and where it stands.</param>
/// <param name="Contract">The contract that asks for the fingerprint: <c>IAggregate</c>.</param>
/// <param name="Fingerprint">The fingerprint.</param>
internal sealed record FoldModel(TypeNesting Nesting, string Contract, string Fingerprint);
