using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A method that is marked with <c>[Upcast]</c>: a step from a version of an event to a higher one.</summary>
/// <param name="Method">The method.</param>
/// <param name="From">The version that it takes.</param>
/// <param name="To">The version that it gives.</param>
/// <param name="Takes">The event that it takes; null for JSON.</param>
/// <param name="Gives">The event that it gives; null for JSON.</param>
/// <param name="Problem">Why it is no upcaster; the versions say nothing then.</param>
internal readonly record struct Upcaster(
    IMethodSymbol Method, int From, int To, INamedTypeSymbol? Takes, INamedTypeSymbol? Gives, UpcasterProblem Problem)
{
    public bool LeadsUp => From < To;
}
