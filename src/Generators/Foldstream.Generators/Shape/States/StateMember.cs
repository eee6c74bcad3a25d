using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A field of a type whose state is kept, with the property in front of it.</summary>
/// <param name="Field">The field that holds the value.</param>
/// <param name="Symbol">What the user declared: the field itself, or a property or event that the compiler keeps it for.</param>
/// <param name="JsonName">Its name in JSON.</param>
internal sealed record StateMember(IFieldSymbol Field, ISymbol Symbol, string JsonName)
{
    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : Field.Type;

    /// <summary>Whether everybody can read it: then documents are queried by it.</summary>
    public bool IsPublic => Symbol switch
    {
        IPropertySymbol property => property.DeclaredAccessibility == Accessibility.Public && JsonMembers.IsReadable(property) && IsPlain(property),
        IFieldSymbol own => own.DeclaredAccessibility == Accessibility.Public,
        _ => false,
    };

    public static StateMember Of(IFieldSymbol field)
    {
        var symbol = field.AssociatedSymbol ?? field;
        return new(field, symbol, JsonMarks.Of(symbol).Name ?? NameOf(symbol));
    }

    /// <summary>Whether it is left out by <c>[JsonIgnore]</c>, which may stand on the field behind a property.</summary>
    public bool IsIgnored => JsonMarks.Of(Symbol).Ignoring == JsonIgnoring.Always || JsonMarks.Of(Field).Ignoring == JsonIgnoring.Always;

    /// <summary>Whether generated code of a type can read it by its name.</summary>
    public bool IsReadFrom(INamedTypeSymbol type) => IsNamedFrom(type) && (Symbol is IFieldSymbol || (Symbol is IPropertySymbol { GetMethod: { } getter } property && IsPlain(property) && IsOpen(type, getter)));

    /// <summary>Whether generated code of a type can set it by its name.</summary>
    public bool IsSetFrom(INamedTypeSymbol type) => IsNamedFrom(type) && Symbol switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } property => IsPlain(property) && IsOpen(type, setter),
        _ => false,
    };

    // Of its own type all is open, of a base type what is not private; and no nearer member may have the name.
    private bool IsNamedFrom(INamedTypeSymbol type) => IsOpen(type, Symbol)
        && SymbolEqualityComparer.Default.Equals(JsonMembers.BasesOf(type).Prepend(type).First(level => level.GetMembers(Symbol.Name).Any()), Symbol.ContainingType);

    private static bool IsOpen(INamedTypeSymbol type, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) || member.DeclaredAccessibility != Accessibility.Private;

    // An accessor with code of its own may give or take something else than the field holds.
    private static bool IsPlain(IPropertySymbol property) => !FoldPart.Of(property).Any(part => part.Role != "initial");

    private static string NameOf(ISymbol symbol)
    {
        var name = symbol is IFieldSymbol ? symbol.Name.TrimStart('_') : symbol.Name;
        return CamelCase.Of(name.Length > 0 ? name : symbol.Name);
    }
}
