using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>An aggregate or decider, as one of the types that handle events.</summary>
internal sealed record HandlingFold(Fold Fold) : HandlingType(Fold.Kind, Fold.Type, Fold.Attribute, [.. Fold.Handlers], EventInterest.Of(Fold.DeclaredEventSet))
{
    public static HandlingFold Of(Fold fold) => new(fold);

    public override string Signature(string @event, string task, Func<ITypeSymbol, string> name) => Fold.Signature(@event);
}
