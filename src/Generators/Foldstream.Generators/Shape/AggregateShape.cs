using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What counts as an aggregate, and as a handler of it: <c>void Apply(TEvent e)</c>, however private.</summary>
internal static class AggregateShape
{
    public const string ApplyMethod = "Apply";
    public const string RaiseMethod = "Raise";
    public const string HistoryField = "aggregateHistory";

    private const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    /// <summary>The names that the generator gives to members of its own.</summary>
    public static readonly string[] ReservedMembers = ["Id", "Version", "PendingEvents", RaiseMethod, HistoryField];

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
        foreach (var declaring in BaseTypes(type).Prepend(type))
        {
            foreach (var member in declaring.GetMembers(ApplyMethod))
            {
                if (member is IMethodSymbol method && IsVisibleFrom(type, method))
                    yield return Classify(method);
            }
        }
    }

    public static IEnumerable<INamedTypeSymbol> HandledEvents(INamedTypeSymbol type) => Handler.HandledEvents(Handlers(type));

    /// <summary>The user's members, of the type and of its base types, that have a name of the generator's.</summary>
    public static IEnumerable<ISymbol> FindReservedMembers(INamedTypeSymbol type) =>
        ReservedMembers.SelectMany(name => type.GetMembers(name)).Where(GeneratedCode.IsWrittenByUser).Concat(FindReservedMembersOfBases(type));

    /// <summary>Whether a method is a generated <c>Raise</c>.</summary>
    public static bool IsRaise(IMethodSymbol method) =>
        method is { Name: RaiseMethod, Parameters.Length: 1 } && method.ContainingType.Find(KnownTypes.AggregateAttribute) is not null;

    /// <summary>The aggregate that a type derives from; null where there is none.</summary>
    public static INamedTypeSymbol? FindBaseAggregate(INamedTypeSymbol type) =>
        BaseTypes(type).FirstOrDefault(ancestor => ancestor.Find(KnownTypes.AggregateAttribute) is not null);

    /// <summary>Why a type cannot be an aggregate, what its attribute and the names of its members say left aside.</summary>
    public static TypeProblem FindProblem(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true } => TypeProblem.Record,
        { IsStatic: true } => TypeProblem.Static,
        { IsAbstract: true } => TypeProblem.Abstract,
        _ when EventShape.IsGeneric(type) => TypeProblem.Generic,
        _ when EventShape.IsFileLocal(type) => TypeProblem.FileLocal,
        _ => FindProblemOfCreation(type),
    };

    /// <summary>Whether the generator serves the type; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type) =>
        Category(type) is not null
        && type is { TypeKind: TypeKind.Class }
        && FindProblem(type) == TypeProblem.None
        && PartialShape.FindNonPartial(type) is null
        && FindBaseAggregate(type) is null
        && !FindReservedMembers(type).Any();

    // Another aggregate's are generated as well, and not there yet when the generator looks.
    private static IEnumerable<ISymbol> FindReservedMembersOfBases(INamedTypeSymbol type) =>
        BaseTypes(type)
            .Where(ancestor => ancestor.Find(KnownTypes.AggregateAttribute) is null)
            .SelectMany(ancestor => ReservedMembers.SelectMany(name => ancestor.GetMembers(name)))
            .Where(member => member.DeclaredAccessibility != Accessibility.Private);

    private static TypeProblem FindProblemOfCreation(INamedTypeSymbol type) => FindConstructor(type) switch
    {
        null => TypeProblem.NoConstructor,
        var constructor when HasRequiredMembers(type) && constructor.Find(SetsRequiredMembers) is null => TypeProblem.RequiredMembers,
        _ => TypeProblem.None,
    };

    /// <summary>The constructor that <c>new()</c> calls from inside.</summary>
    private static IMethodSymbol? FindConstructor(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional))
        .OrderBy(constructor => constructor.Parameters.Length)
        .FirstOrDefault();

    private static bool HasRequiredMembers(INamedTypeSymbol type) => BaseTypes(type).Prepend(type).Any(declaring =>
        declaring.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }));

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
            yield return ancestor;
    }

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
