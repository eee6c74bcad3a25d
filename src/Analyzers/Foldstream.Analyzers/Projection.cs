using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>A projection.</summary>
internal sealed record Projection(INamedTypeSymbol Type, AttributeData Attribute)
    : HandlingType("Projection", Type, Attribute, [.. ProjectionShape.Handlers(Type)], EventInterest.Of(Attribute))
{
    public static new IEnumerable<Projection> Of(INamedTypeSymbol type)
    {
        if (type.Find(KnownTypes.ProjectionAttribute) is { } attribute)
            yield return new Projection(type, attribute);
    }

    public override string Signature(string @event, string task, Func<ITypeSymbol, string> name) => $"void {AggregateShape.ApplyMethod}({@event} e)";
}
