using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A method that must give the same result whenever it runs on the same input, and do nothing else: it runs again and again on what is stored.</summary>
internal readonly record struct PureBody(IMethodSymbol Method, PureRole Role)
{
    /// <summary>The methods of a type, inherited ones left aside, that must be pure.</summary>
    public static IEnumerable<PureBody> Of(INamedTypeSymbol type) =>
        Declared(type).Where(body => SymbolEqualityComparer.Default.Equals(body.Method.ContainingType, type));

    private static IEnumerable<PureBody> Declared(INamedTypeSymbol type)
    {
        IEnumerable<PureBody> bodies = [];
        if (type.Find(KnownTypes.AggregateAttribute) is not null)
            bodies = bodies.Concat(As(PureRole.Apply, AggregateShape.Handlers(type).Select(handler => handler.Method)));
        if (type.Find(KnownTypes.DeciderAttribute) is not null)
            bodies = bodies
                .Concat(As(PureRole.Evolve, DeciderShape.Handlers(type).Select(handler => handler.Method)))
                .Concat(As(PureRole.Decide, DeciderShape.DecideMethods(type)));
        if (type.Find(KnownTypes.ProjectionAttribute) is not null)
            bodies = bodies
                .Concat(As(PureRole.Project, ProjectionShape.Handlers(type).Select(handler => handler.Method)))
                .Concat(As(PureRole.Key, ProjectionKey.Of(type).Select(key => key.Method)));
        if (EventShape.IsEvent(type))
            bodies = bodies.Concat(As(PureRole.Upcast, type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Find(KnownTypes.UpcastAttribute) is not null)));
        return bodies;
    }

    private static IEnumerable<PureBody> As(PureRole role, IEnumerable<IMethodSymbol> methods) => methods.Select(method => new PureBody(method, role));
}
