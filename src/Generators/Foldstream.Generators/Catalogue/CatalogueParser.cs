using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the events of an assembly and what handles them.</summary>
internal static class CatalogueParser
{
    public static EventCatalogue Parse(Compilation compilation, CatalogueTypes types, CancellationToken cancellation) => new(
        compilation.AssemblyName ?? "",
        Symbols(compilation, types.Events, cancellation)
            .Select(ParseEvent)
            .OfType<CatalogueEvent>()
            .OrderBy(known => known.Schema.Name, StringComparer.Ordinal)
            .ThenBy(known => known.Schema.Version)
            .GroupBy(known => (known.Schema.Name, known.Schema.Version))
            .Select(same => same.First())
            .ToEquatableArray(),
        Symbols(compilation, types.Handlers, cancellation)
            .SelectMany(type => ParseHandlers(compilation, type, cancellation))
            .OrderBy(handler => handler.Type, StringComparer.Ordinal)
            .GroupBy(handler => handler.Type, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToEquatableArray());

    private static IEnumerable<INamedTypeSymbol> Symbols(Compilation compilation, EquatableArray<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            if (compilation.Assembly.GetTypeByMetadataName(name) is { } type)
                yield return type;
        }
    }

    private static CatalogueEvent? ParseEvent(INamedTypeSymbol type) =>
        EventSchemaShape.Of(type) is { } schema ? new CatalogueEvent(schema, TypeNames.FullName(type)) : null;

    // What is several things at once is told of as the first of them.
    private static IEnumerable<CatalogueHandler> ParseHandlers(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (AggregateShape.IsServable(type))
            yield return ParseAggregate(compilation, type, cancellation);
        if (DeciderShape.IsServable(type))
            yield return ParseDecider(compilation, type, cancellation);
        if (ProjectionShape.IsServable(type))
            yield return ParseProjection(type);
        foreach (var kind in SubscriberKind.All.Where(kind => SubscriptionShape.IsServable(type, kind)))
            yield return ParseSubscriber(compilation, type, kind);
    }

    private static CatalogueHandler ParseProjection(INamedTypeSymbol type) => new(
        TypeNames.FullName(type),
        "projection",
        ProjectionShape.Category(type) ?? "",
        StoredNames(ProjectionShape.HandledEvents(type)),
        StoredNames(IgnoredEvents.Of(type)),
        EquatableArray<CatalogueCommand>.Empty);

    private static CatalogueHandler ParseSubscriber(Compilation compilation, INamedTypeSymbol type, SubscriberKind kind) => new(
        TypeNames.FullName(type),
        kind.Name.ToLowerInvariant(),
        EventInterest.CategoryOf(type.Find(kind.Attribute)!) ?? "",
        StoredNames(SubscriptionShape.HandledEvents(type, kind, compilation)),
        StoredNames(IgnoredEvents.Of(type)),
        EquatableArray<CatalogueCommand>.Empty);

    private static CatalogueHandler ParseAggregate(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var calls = new MethodCalls(compilation, type, cancellation);
        return new CatalogueHandler(
            TypeNames.FullName(type),
            "aggregate",
            AggregateShape.Category(type)!,
            StoredNames(AggregateShape.HandledEvents(type)),
            StoredNames(IgnoredEvents.Of(type)),
            Commands(type.GetMembers().OfType<IMethodSymbol>().Where(IsCommand).Select(method => (method.Name, RaisedEvents.Of(calls, method)))));
    }

    private static CatalogueHandler ParseDecider(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var calls = new MethodCalls(compilation, type, cancellation);
        return new CatalogueHandler(
            TypeNames.FullName(type),
            "decider",
            DeciderShape.Category(type)!,
            StoredNames(DeciderShape.HandledEvents(type)),
            StoredNames(IgnoredEvents.Of(type)),
            Commands(DeciderShape.DecideMethods(type)
                .Where(method => DeciderShape.IsDecide(type, method))
                .Select(method => (method.Parameters[0].Type.Name, DecidedEvents.Of(calls, method)))));
    }

    // What leads to no event is a question, not a command; overloads of one name are one.
    private static EquatableArray<CatalogueCommand> Commands(IEnumerable<(string Name, IEnumerable<INamedTypeSymbol> Events)> commands) => commands
        .GroupBy(command => command.Name, command => command.Events, StringComparer.Ordinal)
        .Select(same => new CatalogueCommand(same.Key, StoredNames(same.SelectMany(events => events))))
        .Where(command => command.Events.Count > 0)
        .OrderBy(command => command.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static bool IsCommand(IMethodSymbol method) => method
        is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal }
        && method.Name != AggregateShape.ApplyMethod;

    private static EquatableArray<string> StoredNames(IEnumerable<INamedTypeSymbol> events) => events
        .Select(EventShape.StoredName)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();
}
