using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What counts as a projection, and as a handler of it: <c>void Apply(TEvent e)</c> or <c>void Apply(TEvent e, EventContext context)</c>, however private.</summary>
internal static class ProjectionShape
{
    public const string FieldsClass = "Fields";

    /// <summary>The names that the generator gives to members of its own.</summary>
    public static readonly string[] ReservedMembers = [FieldsClass, StateShape.JsonClass];

    /// <summary>The name; null where it is none that documents can have.</summary>
    public static string? Name(ITypeSymbol type)
    {
        var name = type.Find(KnownTypes.ProjectionAttribute)?.FirstText();
        return name is not null && ConsumerName.IsValid(name) ? name : null;
    }

    /// <summary>The aggregate or decider whose events it reads; null where it names none.</summary>
    public static INamedTypeSymbol? Owner(ITypeSymbol type) => type.Find(KnownTypes.ProjectionAttribute)?.Named<INamedTypeSymbol>(EventInterest.OfArgument);

    /// <summary>The category that it reads; null for every category.</summary>
    public static string? Category(ITypeSymbol type) => type.Find(KnownTypes.ProjectionAttribute) is { } attribute ? EventInterest.CategoryOf(attribute) : null;

    public static bool IsCommutative(ITypeSymbol type) => type.Find(KnownTypes.ProjectionAttribute)?.Named<bool>("Commutative") ?? false;

    /// <summary>Whether each document follows from one stream: that of an aggregate or decider, without keys.</summary>
    public static bool IsSingleStream(INamedTypeSymbol type) => Owner(type) is not null && ProjectionKey.Of(type).Count == 0;

    /// <summary>The methods named Apply of the type and of its base types, the most derived first.</summary>
    public static IEnumerable<Handler> Handlers(INamedTypeSymbol type) => Visible(type)
        .Where(method => method is { Name: AggregateShape.ApplyMethod, MethodKind: MethodKind.Ordinary })
        .Select(Classify);

    public static IEnumerable<INamedTypeSymbol> HandledEvents(INamedTypeSymbol type) => Handler.HandledEvents(Handlers(type));

    /// <summary>The methods that code of the type can call: its own, and those of base types that are not private.</summary>
    public static IEnumerable<IMethodSymbol> Visible(INamedTypeSymbol type) => JsonMembers.BasesOf(type).Prepend(type)
        .SelectMany(level => level.GetMembers().OfType<IMethodSymbol>())
        .Where(method => SymbolEqualityComparer.Default.Equals(method.ContainingType, type) || method.DeclaredAccessibility != Accessibility.Private);

    /// <summary>The user's members that have a name of the generator's.</summary>
    public static IEnumerable<ISymbol> FindReservedMembers(INamedTypeSymbol type) =>
        ReservedMembers.SelectMany(name => type.GetMembers(name)).Where(GeneratedCode.IsWrittenByUser);

    /// <summary>The projection that a type derives from; null where there is none.</summary>
    public static INamedTypeSymbol? FindBaseProjection(INamedTypeSymbol type) =>
        JsonMembers.BasesOf(type).FirstOrDefault(level => level.Find(KnownTypes.ProjectionAttribute) is not null);

    /// <summary>Whether the generator serves the type; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || ProjectionProblem.Of(type) is not null || PartialShape.FindNonPartial(type) is not null || FindReservedMembers(type).Any())
            return false;
        if (Owner(type) is { } owner && !EventInterest.IsFold(owner))
            return false;
        return HasKeys(type) && new StateShape(type).IsServable(new JsonTypes(type.ContainingAssembly));
    }

    private static bool HasKeys(INamedTypeSymbol type)
    {
        if (IsSingleStream(type))
            return true;
        var keys = ProjectionKey.Of(type);
        return keys.All(key => key.Problem == KeyProblem.None) && HandledEvents(type).All(@event => ProjectionKey.For(@event, keys).Count == 1);
    }

    private static Handler Classify(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => Handler.Of(method, HandlerProblem.WrongStatic),
        { IsGenericMethod: true } => Handler.Of(method, HandlerProblem.Generic),
        { ReturnsVoid: false } or { IsAsync: true } => Handler.Of(method, HandlerProblem.WrongReturn),
        _ when EventParameters.AreOf(method) => Handler.For(method, method.Parameters[0]),
        _ => Handler.Of(method, HandlerProblem.WrongParameters),
    };
}
