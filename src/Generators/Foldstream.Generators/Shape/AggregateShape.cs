using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What counts as an aggregate, and as a handler of it: <c>void Apply(TEvent e)</c>, however private.</summary>
internal static class AggregateShape
{
    public const string ApplyMethod = "Apply";

    /// <summary>The names that the generator gives to members of its own.</summary>
    public static readonly string[] ReservedMembers = ["Id", "Version", "PendingEvents", "Raise"];

    public static string? Category(ITypeSymbol type)
    {
        var category = type.Find(KnownTypes.AggregateAttribute)?.FirstText();
        return category is not null && CategoryShape.IsValid(category) ? category : null;
    }

    public static INamedTypeSymbol? DeclaredEventSet(ITypeSymbol type) =>
        type.Find(KnownTypes.AggregateAttribute)?.Named<INamedTypeSymbol>("Events");

    /// <summary>The methods named Apply of the type and of its base types, the most derived first.</summary>
    public static IEnumerable<Handler> Handlers(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(ApplyMethod))
            {
                if (member is IMethodSymbol method && IsVisibleFrom(type, method))
                    yield return Classify(method);
            }
        }
    }

    public static IEnumerable<INamedTypeSymbol> HandledEvents(INamedTypeSymbol type) => Handler.HandledEvents(Handlers(type));

    /// <summary>The first member of the user's that has a name of the generator's.</summary>
    public static ISymbol? FindReservedMember(INamedTypeSymbol type) =>
        ReservedMembers.SelectMany(name => type.GetMembers(name)).FirstOrDefault(GeneratedCode.IsWrittenByUser);

    /// <summary>Whether <c>new()</c> can create it from inside.</summary>
    public static bool CanBeCreated(INamedTypeSymbol type) =>
        type is { IsAbstract: false, IsStatic: false }
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter => parameter.IsOptional))
        && !type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    /// <summary>Whether the generator serves the type; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type) =>
        Category(type) is not null
        && type is { TypeKind: TypeKind.Class, IsRecord: false }
        && !EventShape.IsGeneric(type)
        && PartialShape.FindNonPartial(type) is null
        && FindReservedMember(type) is null
        && CanBeCreated(type);

    private static Handler Classify(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => Handler.Of(method, HandlerProblem.WrongStatic),
        { IsGenericMethod: true } => Handler.Of(method, HandlerProblem.Generic),
        { ReturnsVoid: false } or { IsAsync: true } => Handler.Of(method, HandlerProblem.WrongReturn),
        { Parameters.Length: 1 } when Handler.IsByValue(method.Parameters[0]) => Handler.For(method, method.Parameters[0]),
        _ => Handler.Of(method, HandlerProblem.WrongParameters),
    };

    private static bool IsVisibleFrom(INamedTypeSymbol type, IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && (SymbolEqualityComparer.Default.Equals(method.ContainingType, type) || method.DeclaredAccessibility != Accessibility.Private);
}
