using System.Text.Json;

namespace Foldstream.Tests;

public sealed class EventModelTests
{
    private static readonly EventModel Model = new(Tally.Opened, Tally.Raised);

    [Fact]
    public void Definitions_are_found_by_name_and_by_type()
    {
        Assert.Same(Tally.Raised, Model.Find("tally-raised"));
        Assert.Same(Tally.Raised, Model.Find(typeof(TallyRaised)));
        Assert.Null(Model.Find("Tally-raised"));
        Assert.Null(Model.Find(typeof(string)));
        Assert.Equal([Tally.Opened, Tally.Raised], Model.Definitions);
    }

    [Fact]
    public void One_name_for_two_types_is_refused_with_both()
    {
        var error = Assert.Throws<ArgumentException>(() => new EventModel(Tally.Raised, Named<OrderPlaced>("tally-raised")));
        Assert.Contains("'tally-raised'", error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(TallyRaised).FullName!, error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(OrderPlaced).FullName!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_type_under_two_names_is_refused_with_both()
    {
        var error = Assert.Throws<ArgumentException>(() => new EventModel(Tally.Raised, Named<TallyRaised>("tally-lifted")));
        Assert.Contains(typeof(TallyRaised).FullName!, error.Message, StringComparison.Ordinal);
        Assert.Contains("'tally-raised' and 'tally-lifted'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Combined_models_know_the_events_of_all_and_share_what_they_share()
    {
        var combined = EventModel.Combine(Model, new EventModel(Tally.Raised, OrderPlaced.Definition));
        Assert.Equal([Tally.Opened, Tally.Raised, OrderPlaced.Definition], combined.Definitions);
        Assert.Same(OrderPlaced.Definition, combined.Find("order-placed"));
    }

    [Fact]
    public void Models_with_one_name_for_two_types_do_not_combine()
    {
        var other = new EventModel(Named<OrderPlaced>("tally-raised"));
        Assert.Throws<ArgumentException>(() => EventModel.Combine(Model, other));
    }

    [Fact]
    public void Model_knows_who_handles_its_events_and_those_of_the_models_in_it()
    {
        var purse = new HandlingType(HandlingKind.Aggregate, "Bank.Purse", "purse", ["tally-raised"], []);
        var tally = new HandlingType(HandlingKind.Decider, "Bank.Tally", "tally", ["tally-opened", "tally-raised"], []);
        var included = new EventModel([Tally.Raised], [purse]);
        var model = new EventModel([Tally.Opened], [tally], included, included);
        Assert.Equal([Tally.Opened, Tally.Raised], model.Definitions);
        Assert.Equal([tally, purse], model.HandlersOf("tally-raised"));
        Assert.Equal([tally], model.HandlersOf("tally-opened"));
        Assert.Equal([purse, tally], EventModel.Combine(included, model).HandlingTypes);
    }

    [Fact]
    public void Names_of_two_assemblies_are_told_apart_by_the_assembly()
    {
        var error = Assert.Throws<ArgumentException>(() => EventModel.Combine(Model, new EventModel(Named<OrderPlaced>("tally-raised"))));
        Assert.Contains($"of {typeof(TallyRaised).Assembly.GetName().Name} and", error.Message, StringComparison.Ordinal);
        Assert.Contains($"of {typeof(OrderPlaced).Assembly.GetName().Name}:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_that_is_not_in_the_model_is_not_encoded()
    {
        var error = Assert.Throws<UnknownEventException>(() => Model.Encode("text"));
        Assert.Contains("'System.String'", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Stream);
    }

    [Fact]
    public async Task Stored_name_that_is_not_in_the_model_is_told_with_its_address()
    {
        await using var store = new InMemoryEventStore();
        var cancellation = TestContext.Current.CancellationToken;
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event("tally-burnt")], cancellation);
        var recorded = await store.LatestAsync(Sample.Stream(), cancellation);
        var error = Assert.Throws<UnknownEventException>(() => Model.Decode(recorded!));
        Assert.Equal((Sample.Stream(), new StreamVersion(0), new EventType("tally-burnt")), (error.Stream, error.Version, error.Type));
    }

    [Fact]
    public void Model_resolves_its_events_for_system_text_json()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = Model };
        var json = JsonSerializer.Serialize(new TallyRaised(7), options);
        Assert.Equal("""{"amount":7}""", json);
        Assert.Equal(new TallyRaised(7), JsonSerializer.Deserialize<TallyRaised>(json, options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize("text", options));
    }

    private static EventDefinition<TEvent> Named<TEvent>(string name)
        where TEvent : notnull => new(name, 1, new Unused<TEvent>());

    private sealed class Unused<TEvent> : EventJsonConverter<TEvent>
    {
        public override TEvent Read(ref Utf8JsonReader reader) => throw new NotSupportedException("Not read here.");

        public override void Write(Utf8JsonWriter writer, TEvent value) => throw new NotSupportedException("Not written here.");
    }
}
