using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Why an event cannot be stored as JSON.</summary>
/// <param name="Member">The member of the event at fault; the event itself where none is.</param>
/// <param name="Path">The way from the event to what is at fault: <c>Lines[].Price</c>; empty for the event itself.</param>
/// <param name="Reason">What is wrong, to follow the path: <c>is a tuple</c>.</param>
/// <param name="WayOut">What to do, as an imperative: <c>declare a record for it</c>.</param>
internal sealed record JsonProblem(ISymbol Member, string Path, string Reason, string WayOut);
