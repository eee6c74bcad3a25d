using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A type that folds events: what its fingerprint starts from.</summary>
/// <param name="Type">The type, which is also the state.</param>
/// <param name="Entries">The members that a fold runs: the handlers, and what makes the state before the first event.</param>
/// <param name="Events">The events that it handles.</param>
internal sealed record FoldSubject(INamedTypeSymbol Type, IReadOnlyList<ISymbol> Entries, IReadOnlyList<INamedTypeSymbol> Events)
{
    /// <summary>What else its state follows from, a line for each fact.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    public static FoldSubject OfAggregate(INamedTypeSymbol type) => new(
        type,
        [.. Methods(AggregateShape.Handlers(type)), .. BaseTypes.AndSelf(type).SelectMany(CalledByNew)],
        [.. AggregateShape.HandledEvents(type)]);

    public static FoldSubject OfDecider(INamedTypeSymbol type) => new(
        type,
        [.. Methods(DeciderShape.Handlers(type)), .. type.GetMembers(DeciderShape.InitialState).Where(member => member.IsStatic)],
        [.. DeciderShape.HandledEvents(type)]);

    public static FoldSubject OfProjection(INamedTypeSymbol type)
    {
        var keys = ProjectionKey.Of(type);
        return new(
            type,
            [.. Methods(ProjectionShape.Handlers(type)), .. keys.Where(key => key.Problem == KeyProblem.None).Select(key => key.Method), .. BaseTypes.AndSelf(type).SelectMany(CalledByNew)],
            [.. ProjectionShape.HandledEvents(type)])
        {
            Facts =
            [
                $"category {ProjectionShape.Category(type)}",
                .. ProjectionShape.Handlers(type).Where(handler => handler.Event is not null).Select(handler => Routing(handler, keys)).OrderBy(line => line, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The subject with the older versions of its events and the upcasters between them, through which stored events reach the handlers.</summary>
    public FoldSubject WithVersions(Compilation compilation)
    {
        var events = KnownEvents.Of(compilation);
        var versions = Events.Select(events.VersionsOf).OfType<EventVersions>().GroupBy(known => known.Name, StringComparer.Ordinal).Select(same => same.First()).ToList();
        var steps = versions.SelectMany(known => known.Steps.Select(step => (known.Name, Step: step))).ToList();
        return this with
        {
            Entries = [.. Entries, .. steps.Select(one => one.Step.Method)],
            Events = [.. Events, .. versions.SelectMany(known => known.Types)],
            Facts = [.. Facts, .. steps.Select(one => $"upcasts {one.Name} from {one.Step.From} to {one.Step.To}").OrderBy(fact => fact, StringComparer.Ordinal)],
        };
    }

    // Without a key, the stream is the document.
    private static string Routing(Handler handler, IReadOnlyList<ProjectionKey> keys)
    {
        var deletes = handler.Method.Find(KnownTypes.DeletesDocumentAttribute) is not null ? " deletes" : "";
        var key = ProjectionKey.For(handler.Event!, keys).FirstOrDefault()?.Method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return $"routes {EventShape.StoredName(handler.Event!)} by {key}{deletes}";
    }

    private static IEnumerable<ISymbol> Methods(IEnumerable<Handler> handlers) =>
        handlers.Where(handler => handler.Problem == HandlerProblem.None).Select(handler => handler.Method);

    private static IEnumerable<ISymbol> CalledByNew(INamedTypeSymbol type) => type.InstanceConstructors.Where(constructor =>
        !constructor.IsImplicitlyDeclared && constructor.Parameters.All(parameter => parameter.IsOptional));
}
