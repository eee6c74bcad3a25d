using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A type that stands for others that it lists by <c>[JsonDerivedType]</c>: an object whose first member tells which one it is.</summary>
internal sealed record JsonHierarchy : JsonType
{
    private const string DefaultDiscriminator = "$type";

    public JsonHierarchy(INamedTypeSymbol @base)
        : base(@base)
    {
        Base = @base;
        Kinds = JsonKind.Of(@base);
        Discriminator = @base.Find(JsonAttributes.Polymorphic)?.Named<string>("TypeDiscriminatorPropertyName") ?? DefaultDiscriminator;
    }

    public INamedTypeSymbol Base { get; }

    /// <summary>The types that are listed.</summary>
    public IReadOnlyList<JsonKind> Kinds { get; }

    /// <summary>The name of the member that tells them apart.</summary>
    public string Discriminator { get; }

    /// <summary>The base as an object without discriminator; null where it is abstract, or listed itself.</summary>
    public JsonObject? Self => JsonObject.CanBe(Base) && !Kinds.Any(kind => SymbolEqualityComparer.Default.Equals(kind.Type, Base))
        ? new(Base, JsonAttributes.Polymorphic, JsonAttributes.DerivedType)
        : null;

    /// <summary>All that it can be.</summary>
    public IEnumerable<JsonObject> Objects => Kinds.Select(kind => kind.Object).Append(Self).OfType<JsonObject>();

    public override IEnumerable<JsonPart> Parts => Objects.SelectMany(kind => kind.Parts);

    public override IEnumerable<JsonFault> Faults => JsonHierarchyFaults.Of(this);

    public static JsonHierarchy? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol named && !MetadataNames.IsOfFramework(named) && (named.Find(JsonAttributes.DerivedType) ?? named.Find(JsonAttributes.Polymorphic)) is not null
            ? new(named)
            : null;
}
