namespace Foldstream.Testing;

/// <summary>What happened before the command of a scenario.</summary>
internal sealed record ScenarioPast(string Owner, StreamId Stream, IReadOnlyList<EventDefinition> EventSet, IReadOnlyList<EventData> Given)
{
    public string Story => ScenarioStory.Of("Given", Given.Select(item => new ScenarioEvent(item.Type, item.Data)));

    public ScenarioPast With(IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return this with { Given = [.. Given, .. events.Select(Encode)] };
    }

    /// <summary>The stored form of an event of the set, which must be readable again.</summary>
    public EventData Encode(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var definition = EventSet.FirstOrDefault(definition => definition.ClrType == @event.GetType())
            ?? throw new ScenarioException(
                $"'{@event.GetType()}' is no event of {Owner}: it handles {string.Join(", ", EventSet.Select(known => $"'{known.ClrType}'"))}.", "");
        try
        {
            var data = definition.Encode(@event);
            definition.Decode(ScenarioStory.Stored(Stream, data));
            return data;
        }
        catch (FoldstreamException error)
        {
            throw new ScenarioException($"Event '{definition.Type}' does not survive its stored form: {error.Message}", "", innerException: error);
        }
    }

    /// <summary>Plays the past into a store, and the command on it.</summary>
    /// <param name="fold">Folds the state: what fails here fails by what was given.</param>
    /// <param name="command">The command.</param>
    public async Task<ScenarioEnd<TState>> RunAsync<TState>(
        Func<InMemoryEventStore, StreamKey, Task<TState?>> fold, Func<InMemoryEventStore, StreamKey, Task> command)
    {
        var clock = new TestClock();
        var store = new InMemoryEventStore(new EventStoreOptions { Clock = clock, NewEventId = new TestIds().Next, UseSnapshots = false });
        await using (store.ConfigureAwait(false))
        {
            await PlayAsync(store, clock).ConfigureAwait(false);
            await FoldGivenAsync(store, fold).ConfigureAwait(false);
            var thrown = await CommandAsync(store, command).ConfigureAwait(false);
            var page = new List<ScenarioEvent>();
            await foreach (var recorded in store.ReadAsync(Stream, new StreamRange { From = Given.Count }).ConfigureAwait(false))
                page.Add(new ScenarioEvent(recorded.Type, recorded.Data));
            return new ScenarioEnd<TState>(this, page, thrown, await fold(store, Key).ConfigureAwait(false));
        }
    }

    private StreamKey Key => new(Stream.Id, Stream.Tenant);

    private async Task PlayAsync(InMemoryEventStore store, TestClock clock)
    {
        foreach (var item in Given)
        {
            await store.AppendAsync(Stream, ExpectedVersion.Any, [item]).ConfigureAwait(false);
            clock.Move(TimeSpan.FromSeconds(1));
        }
    }

    private async Task FoldGivenAsync<TState>(InMemoryEventStore store, Func<InMemoryEventStore, StreamKey, Task<TState?>> fold)
    {
        try
        {
            await fold(store, Key).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            throw new ScenarioException(
                $"What is given cannot have happened to {Owner}: a handler threw {ScenarioStory.Of(error)}", Story, innerException: error);
        }
    }

    private async Task<Exception?> CommandAsync(InMemoryEventStore store, Func<InMemoryEventStore, StreamKey, Task> command)
    {
        try
        {
            await command(store, Key).ConfigureAwait(false);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
