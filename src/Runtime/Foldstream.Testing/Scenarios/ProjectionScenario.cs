using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Foldstream.Testing;

/// <summary>What a projection makes of events; begin with <see cref="Scenario.ForProjection"/>. It does not change: each step gives a new one.</summary>
public sealed class ProjectionScenario<TProjection>
    where TProjection : class, IProjection<TProjection>
{
    private readonly EventModel model;
    private readonly IReadOnlyList<(StreamId Stream, object Event, EventStamp Stamp)> given;
    private readonly Lazy<ProjectedDocuments<TProjection>> documents;

    internal ProjectionScenario(EventModel model, IReadOnlyList<(StreamId Stream, object Event, EventStamp Stamp)>? given = null)
    {
        this.model = model;
        this.given = given ?? [];
        documents = new Lazy<ProjectedDocuments<TProjection>>(Project);
    }

    /// <summary>Says what happened in a stream of the projection's category; more than once adds to it, in order.</summary>
    /// <param name="id">The id of the stream.</param>
    /// <param name="events">The events.</param>
    /// <exception cref="ScenarioException">The projection reads more than one category, or does not handle an event.</exception>
    public ProjectionScenario<TProjection> Given(string id, params object[] events) => Given(
        new StreamId(
            TProjection.Definition.Category ?? throw new ScenarioException(
                $"Projection '{TProjection.Definition.Name}' reads every category: give a StreamId in place of '{id}'.", ""),
            id),
        events);

    /// <summary>Says what happened in a stream; more than once adds to it, in order.</summary>
    /// <exception cref="ScenarioException">The projection does not read the stream's category, or does not handle an event.</exception>
    public ProjectionScenario<TProjection> Given(StreamId stream, params object[] events)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(events);
        if (TProjection.Definition.Category is { } category && category != stream.Category)
            throw new ScenarioException($"Projection '{TProjection.Definition.Name}' reads category '{category}' and never sees stream '{stream}'.", "");
        foreach (var item in events)
            Check(stream, item);
        return new ProjectionScenario<TProjection>(model, [.. given, .. events.Select(item => (stream, item, default(EventStamp)))]);
    }

    /// <summary>Says what happened in a stream, with an id, a time of occurrence or metadata of its own.</summary>
    /// <exception cref="ScenarioException">The projection does not read the stream's category, or does not handle the event.</exception>
    public ProjectionScenario<TProjection> GivenStamped(StreamId stream, object @event, EventStamp stamp)
    {
        var more = Given(stream, @event);
        return new ProjectionScenario<TProjection>(model, [.. given, more.given[^1] with { Stamp = stamp }]);
    }

    /// <summary>The document of a key, as it would be read from a store.</summary>
    /// <exception cref="ScenarioException">There is none, or a handler failed.</exception>
    public TProjection Projected(DocumentKey key) => documents.Value.Find(key) is { } json
        ? ProjectedDocuments<TProjection>.Read(json)
        : throw Fail($"there is no document '{key.Id}'", "");

    /// <summary>Something holds of the document of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="holds">What must hold.</param>
    /// <param name="condition">The text of <paramref name="holds"/>; the compiler gives it.</param>
    /// <exception cref="ScenarioException">It does not hold, there is no document of this key, or a handler failed.</exception>
    public ProjectionScenario<TProjection> ThenDocument(
        DocumentKey key, Func<TProjection, bool> holds, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        ArgumentNullException.ThrowIfNull(holds);
        return holds(Projected(key)) ? this : throw Fail($"of document '{key.Id}' does not hold: {condition}", $"Expected:\n  {condition}\n");
    }

    /// <summary>The document of a key is this JSON, member by member.</summary>
    /// <exception cref="ScenarioException">It is not, there is no document of this key, or a handler failed.</exception>
    public ProjectionScenario<TProjection> ThenJson(DocumentKey key, string json)
    {
        using var expected = JsonDocument.Parse(json);
        using var actual = JsonDocument.Parse(documents.Value.Find(key) ?? throw Fail($"there is no document '{key.Id}'", ""));
        var differences = JsonDifferences.Of(expected.RootElement, actual.RootElement);
        return differences.Count == 0
            ? this
            : throw Fail($"document '{key.Id}' differs: {string.Join("; ", differences)}", $"Expected:\n  {json}\n", differences);
    }

    /// <summary>There is no document of a key.</summary>
    /// <exception cref="ScenarioException">There is one, or a handler failed.</exception>
    public ProjectionScenario<TProjection> ThenNothing(DocumentKey key) =>
        documents.Value.Find(key) is null ? this : throw Fail($"there is a document '{key.Id}'", "Expected:\n  none of this key\n");

    // What is set aside by name is no surprise; what the projection does not know is one.
    private void Check(StreamId stream, object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var definition = TProjection.Definition;
        try
        {
            var recorded = new RecordedEvents(model, stream).Add(@event)[0];
            if (definition.EventNames.Contains(recorded.Type.Name, StringComparer.Ordinal) || ProjectedDocuments<TProjection>.Ignores(recorded))
                return;
        }
        catch (FoldstreamException error)
        {
            throw NotHandled(error);
        }

        throw NotHandled(null);

        ScenarioException NotHandled(Exception? error) => new(
            $"'{@event.GetType()}' is no event of projection '{definition.Name}': it handles {string.Join(", ", definition.EventNames.Select(name => $"'{name}'"))}.",
            error?.Message ?? "",
            innerException: error);
    }

    private ProjectedDocuments<TProjection> Project()
    {
        var projected = new ProjectedDocuments<TProjection>();
        foreach (var recorded in Record())
        {
            try
            {
                projected.Apply(recorded);
            }
            catch (Exception error)
            {
                throw new ScenarioException(
                    $"What is given cannot have happened to projection '{TProjection.Definition.Name}': {recorded} threw {ScenarioStory.Of(error)}", Story(), innerException: error);
            }
        }

        return projected;
    }

    private RecordedEvents Record()
    {
        var recorded = new RecordedEvents(model, new StreamId("scenario", "scenario"));
        foreach (var (stream, @event, stamp) in given)
            recorded.Stream(stream.Category, stream.Id, stream.Tenant).AddStamped(@event, stamp);
        return recorded;
    }

    private ScenarioException Fail(string problem, string expectation, IReadOnlyList<string>? differences = null)
    {
        string[] all = [.. documents.Value.All.Select(document => $"  {document.Key.Id} {Encoding.UTF8.GetString(document.Json)}")];
        var actual = all.Length == 0 ? "  no documents" : string.Join('\n', all);
        return new ScenarioException(
            $"The scenario of projection '{TProjection.Definition.Name}' did not end as expected: {problem}.", $"{Story()}\n{expectation}Actual:\n{actual}", differences);
    }

    private string Story()
    {
        string[] lines = [.. Record().Select(recorded => $"  {recorded.Stream} {new ScenarioEvent(recorded.Type, recorded.Data)}")];
        return $"Given:\n{(lines.Length == 0 ? "  nothing" : string.Join('\n', lines))}";
    }
}
