using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// What counts as a decider: <c>static TState InitialState</c>, <c>static TState Evolve(TState state, TEvent e)</c>,
/// <c>static Events Decide(TCommand command, TState state)</c>.
/// </summary>
internal static class DeciderShape
{
    public const string EvolveMethod = "Evolve";
    public const string DecideMethod = "Decide";
    public const string InitialState = "InitialState";
    public const string EventsType = "Events";

    public static string? Category(ITypeSymbol type)
    {
        var category = type.Find(KnownTypes.DeciderAttribute)?.FirstText();
        return category is not null && CategoryShape.IsValid(category) ? category : null;
    }

    public static INamedTypeSymbol? DeclaredEventSet(ITypeSymbol type) =>
        type.Find(KnownTypes.DeciderAttribute)?.Named<INamedTypeSymbol>("Events");

    /// <summary>The methods named Evolve.</summary>
    public static IEnumerable<Handler> Handlers(INamedTypeSymbol type) =>
        type.GetMembers(EvolveMethod).OfType<IMethodSymbol>().Where(IsWritten).Select(method => Classify(type, method));

    public static IEnumerable<INamedTypeSymbol> HandledEvents(INamedTypeSymbol type) => Handler.HandledEvents(Handlers(type));

    /// <summary>The commands that it decides: the first parameters of the methods named Decide that have the right shape.</summary>
    public static IEnumerable<ITypeSymbol> Commands(INamedTypeSymbol type) =>
        DecideMethods(type).Where(method => IsDecide(type, method)).Select(method => method.Parameters[0].Type);

    public static IEnumerable<IMethodSymbol> DecideMethods(INamedTypeSymbol type) =>
        type.GetMembers(DecideMethod).OfType<IMethodSymbol>().Where(IsWritten);

    public static bool IsDecide(INamedTypeSymbol type, IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 2 }
        && method.Parameters.All(Handler.IsByValue)
        && Same(method.Parameters[1].Type, type)
        && method.ReturnType.Name == EventsType // Generated, so the generator itself sees a type that does not exist yet.
        && (method.ReturnType.ContainingType is not { } decider || Same(decider, type));

    public static bool HasInitialState(INamedTypeSymbol type) => type.GetMembers(InitialState).Any(member => member switch
    {
        IPropertySymbol { IsStatic: true, GetMethod: not null } property => Same(property.Type, type),
        IFieldSymbol { IsStatic: true } field => Same(field.Type, type),
        _ => false,
    });

    /// <summary>The user's members that have a name of the generator's.</summary>
    public static IEnumerable<ISymbol> FindReservedMembers(INamedTypeSymbol type) =>
        type.GetMembers(EventsType).Where(GeneratedCode.IsWrittenByUser);

    /// <summary>Why a type cannot be a decider, what its attribute and its members say left aside.</summary>
    public static TypeProblem FindProblem(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => TypeProblem.Static,
        { IsRefLikeType: true } => TypeProblem.RefStruct,
        _ when EventShape.IsGeneric(type) => TypeProblem.Generic,
        _ when EventShape.IsFileLocal(type) => TypeProblem.FileLocal,
        _ => TypeProblem.None,
    };

    /// <summary>Whether the generator serves the type; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type) =>
        Category(type) is not null
        && type is { TypeKind: TypeKind.Class or TypeKind.Struct }
        && FindProblem(type) == TypeProblem.None
        && PartialShape.FindNonPartial(type) is null
        && !FindReservedMembers(type).Any()
        && HasInitialState(type);

    private static Handler Classify(INamedTypeSymbol type, IMethodSymbol method) => method switch
    {
        { IsStatic: false } => Handler.Of(method, HandlerProblem.WrongStatic),
        { IsGenericMethod: true } => Handler.Of(method, HandlerProblem.Generic),
        _ when !Same(method.ReturnType, type) => Handler.Of(method, HandlerProblem.WrongReturn),
        { Parameters.Length: 2 } when method.Parameters.All(Handler.IsByValue) && Same(method.Parameters[0].Type, type) =>
            Handler.For(method, method.Parameters[1]),
        _ => Handler.Of(method, HandlerProblem.WrongParameters),
    };

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    // Explicit implementations, which are generated, have other names; this leaves out accessors and the like.
    private static bool IsWritten(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary;
}
