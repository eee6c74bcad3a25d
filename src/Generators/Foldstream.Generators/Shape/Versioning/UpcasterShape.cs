using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// What counts as an upcaster: <c>static TNewer Method(TOlder old)</c> between two versions of one event, or with <c>from</c>
/// and a <c>JsonObject</c> for either of them, the older one at least.
/// </summary>
internal static class UpcasterShape
{
    private const string JsonObject = "System.Text.Json.Nodes.JsonObject";

    /// <summary>The marked methods of an event, in the order in which they are written.</summary>
    public static IEnumerable<Upcaster> Of(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false } method && Find(method) is { } upcaster)
                yield return upcaster;
        }
    }

    /// <summary>The upcaster that a method is meant to be; null where it is not marked as one.</summary>
    public static Upcaster? Find(IMethodSymbol method) =>
        method.Find(KnownTypes.UpcastAttribute) is { } attribute ? Classify(method, FromOf(attribute)) : null;

    /// <summary>Whether generated code of another class can call a method of a type that it can name.</summary>
    public static bool IsReachable(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static Upcaster Classify(IMethodSymbol method, int? from)
    {
        var takes = method.Parameters.Length == 1 ? EventOf(method.Parameters[0].Type) : null;
        var gives = EventOf(method.ReturnType);
        var start = takes is null ? from ?? 0 : EventShape.SchemaVersion(takes);
        return new Upcaster(
            method, start, gives is null ? start + 1 : EventShape.SchemaVersion(gives), takes, gives, FindProblem(method, takes, gives, from));
    }

    private static UpcasterProblem FindProblem(IMethodSymbol method, INamedTypeSymbol? takes, INamedTypeSymbol? gives, int? from) => method switch
    {
        _ when !EventShape.IsEvent(method.ContainingType) => UpcasterProblem.NotOnEvent,
        { IsStatic: false } => UpcasterProblem.NotStatic,
        { IsGenericMethod: true } => UpcasterProblem.Generic,
        _ when !IsReachable(method) => UpcasterProblem.Unreachable,
        _ when !TakesOneByValue(method) || (takes is null && !IsJsonObject(method.Parameters[0].Type)) => UpcasterProblem.WrongParameters,
        { IsAsync: true } or { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => UpcasterProblem.WrongReturn,
        _ when gives is null && !IsJsonObject(method.ReturnType) => UpcasterProblem.WrongReturn,
        _ when takes is not null && gives is null => UpcasterProblem.ObjectFromEvent,
        _ => FindProblemOfEvents(method.ContainingType, takes, gives, from),
    };

    private static UpcasterProblem FindProblemOfEvents(INamedTypeSymbol declaring, INamedTypeSymbol? takes, INamedTypeSymbol? gives, int? from)
    {
        var others = new[] { takes, gives }.OfType<INamedTypeSymbol>().ToList();
        if (others.Exists(other => EventShape.StoredName(other) != EventShape.StoredName(declaring)))
            return UpcasterProblem.OtherEvent;
        if (others.Exists(other => !SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, declaring.ContainingAssembly)))
            return UpcasterProblem.OtherAssembly;
        return (takes, from) switch
        {
            (null, null) => UpcasterProblem.MissingFrom,
            (not null, not null) => UpcasterProblem.NeedlessFrom,
            _ => UpcasterProblem.None,
        };
    }

    private static bool TakesOneByValue(IMethodSymbol method) => method.Parameters.Length == 1 && Handler.IsByValue(method.Parameters[0]);

    private static INamedTypeSymbol? EventOf(ITypeSymbol type) => type is INamedTypeSymbol named && EventShape.IsEvent(named) ? named : null;

    private static bool IsJsonObject(ITypeSymbol type) => type is INamedTypeSymbol named && MetadataNames.Of(named) == JsonObject;

    private static int? FromOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as int? : null;
}
