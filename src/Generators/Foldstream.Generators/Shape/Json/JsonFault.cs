using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What is wrong with a type on its own, wherever it is used.</summary>
/// <param name="Member">The member at fault; null for the type itself.</param>
/// <param name="Reason">What is wrong: <c>is a public field</c>.</param>
/// <param name="WayOut">What to do: <c>make it a property</c>.</param>
internal sealed record JsonFault(ISymbol? Member, string Reason, string WayOut);
