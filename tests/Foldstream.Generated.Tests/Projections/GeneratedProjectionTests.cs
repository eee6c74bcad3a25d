using System.Text.Json;
using Foldstream.Generated.Library;

namespace Foldstream.Generated.Tests;

public sealed class GeneratedProjectionTests
{
    private static readonly CustomerId Alice = new(new Guid("8c7f4dd2-6b1f-4a0e-9a39-0d8f5a3b2c1d"));
    private static readonly EventDefinition Filled = CartFilledJsonConverter.Definition;
    private static readonly EventDefinition Paid = CartPaidJsonConverter.Definition;

    [Fact]
    public void The_definition_says_what_is_read()
    {
        var carts = Projecting.DefinitionOf<CartView>();

        Assert.Equal(("carts", "cart", true, false, true, true), (carts.Name, carts.Category, carts.IsSingleStream, carts.IsCommutative, carts.IsPartitionable, carts.UsesContext));
        Assert.Equal(["cart-emptied", "cart-filled", "cart-paid"], carts.EventNames.Order());
        Assert.Equal([FieldPath.Root.Member("customer")], carts.Indexes);
        var takings = Projecting.DefinitionOf<Takings>();
        Assert.Equal((null, false, true, true, false), (takings.Category, takings.IsSingleStream, takings.IsCommutative, takings.IsPartitionable, takings.UsesContext));
        Assert.Equal("cart", Projecting.DefinitionOf<TagView>().Category);
        Assert.False(Projecting.DefinitionOf<TagView>().IsPartitionable);
    }

    [Fact]
    public void The_events_and_the_category_of_another_assembly_are_known()
    {
        var vans = Projecting.DefinitionOf<Depots.VanView>();

        Assert.Equal(("van", true), (vans.Category, vans.IsSingleStream));
        Assert.Equal(["van-loaded"], vans.EventNames);
        Assert.True(Projecting.Route<Depots.VanView>(VanWashedJsonConverter.Definition, new VanWashed()).Routed.IsIgnored);
    }

    [Fact]
    public void An_event_of_one_stream_changes_the_document_of_that_stream()
    {
        var (routed, keys) = Projecting.Route<CartView>(Filled, new CartFilled(Alice, "pen", 2), "cart 7", "tenant");

        Assert.Equal(["cart 7"], keys);
        Assert.Equal(new CartFilled(Alice, "pen", 2), routed.Event);
    }

    [Fact]
    public void An_ignored_event_changes_no_document()
    {
        var (routed, keys) = Projecting.Route<CartView>(CartViewedJsonConverter.Definition, new CartViewed());

        Assert.True(routed.IsIgnored);
        Assert.Empty(keys);
    }

    [Fact]
    public void An_event_outside_of_the_set_is_an_error_that_names_the_projection() => Assert.Contains(
        "projection 'CartView'",
        Assert.Throws<UnknownEventException>(() => Projecting.Route<CartView>(VanWashedJsonConverter.Definition, new VanWashed())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_enum_is_a_key_by_its_name_in_json() => Assert.Equal(["Dollar"], Projecting.Route<Takings>(Paid, new CartPaid(Currency.Dollar, 1)).Keys);

    [Fact]
    public void One_event_may_change_several_documents() => Assert.Equal(["red", "new"], Projecting.Route<TagView>(Paid, new CartPaid(Currency.Euro, 1, "red", "new", "red")).Keys);

    [Fact]
    public void The_most_specific_key_is_asked_and_null_is_no_key()
    {
        Assert.Equal(["c"], Projecting.Route<TagView>(CartEmptiedJsonConverter.Definition, new CartEmptied(), "c").Keys);
        Assert.Empty(Projecting.Route<TagView>(CartViewedJsonConverter.Definition, new CartViewed()).Keys);
    }

    [Fact]
    public void A_wrapper_is_a_key_by_its_value_and_may_be_null()
    {
        Assert.Equal(["8c7f4dd2-6b1f-4a0e-9a39-0d8f5a3b2c1d"], Projecting.Route<CustomerView>(Filled, new CartFilled(Alice, "pen", 2)).Keys);
        Assert.Empty(Projecting.Route<CustomerView>(Filled, new CartFilled(default, "pen", 2)).Keys);
    }

    [Fact]
    public void A_handler_gets_event_and_context_and_a_deleting_one_says_so()
    {
        var cart = Projecting.Create<CartView>();

        Assert.True(Projecting.Apply(cart, Filled, new CartFilled(Alice, "pen", 2)));
        Assert.True(Projecting.Apply(cart, Paid, new CartPaid(Currency.Euro, 3), "cart 7"));
        Assert.False(Projecting.Apply(cart, CartEmptiedJsonConverter.Definition, new CartEmptied()));

        Assert.Equal((Alice, 2, "cart 7"), (cart.Customer, cart.Count, cart.Note));
        Assert.NotNull(cart.LastChange());
    }

    [Fact]
    public void All_of_the_state_comes_back_whoever_declares_it()
    {
        var cart = Full();

        var json = Projecting.Write(cart);
        var again = Projecting.Read<CartView>(json);

        Assert.Equal(json, Projecting.Write(again));
        Assert.Equal((cart.Times(), cart.LastChange(), cart.PaidIn, cart.Total), (again.Times(), again.LastChange(), again.PaidIn, again.Total));
        Assert.Equal(cart.Lines, again.Lines);
        Assert.Equal(cart.Counts(), again.Counts());
        Assert.Equal(cart.Tags, again.Tags);
        Assert.Equal(cart.Prices, again.Prices);
        Assert.Equal(7, again.NotKept());
        Assert.True(Projecting.Apply(again, Filled, new CartFilled(Alice, "ink", 1)));
        Assert.Equal(2, again.Lines.Count);
    }

    [Fact]
    public void The_state_has_the_names_that_the_user_knows()
    {
        using var json = JsonDocument.Parse(Projecting.Write(Full()));

        Assert.Equal(
            ["bought", "count", "counts", "customer", "firstItem", "lastChange", "lines", "note", "paid_in", "prices", "seen", "shelf", "tags", "total"],
            json.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Dollar", json.RootElement.GetProperty("paid_in").GetString());
    }

    [Fact]
    public void A_missing_member_is_an_error_and_an_unknown_one_is_not()
    {
        Assert.Equal(3, Projecting.Read<Takings>("""{"added":{"later":1},"total":3}""").Total);
        Assert.Equal("total", Assert.Throws<MissingMemberJsonException>(() => Projecting.Read<Takings>("{}")).Member);
    }

    [Fact]
    public void A_read_only_member_is_set_as_it_was_written() => Assert.Equal(
        "pen", Projecting.Read<CartView>(Projecting.Write(Full()).Replace("\"none\"", "\"pen\"", StringComparison.Ordinal)).FirstItem);

    [Fact]
    public void Fingerprints_tell_folds_apart() => Assert.Equal(
        4, new[] { Projecting.FingerprintOf<CartView>(), Projecting.FingerprintOf<Takings>(), Projecting.FingerprintOf<TagView>(), Projecting.FingerprintOf<CustomerView>() }.Distinct().Count());

    [Fact]
    public void The_event_model_knows_them() => Assert.Contains(
        TestsEvents.Model.HandlersOf("cart-paid"), type => type is { Kind: HandlingKind.Projection, Category: "cart" } && type.Name.EndsWith("CartView", StringComparison.Ordinal));

    private static CartView Full()
    {
        var cart = Projecting.Create<CartView>();
        Projecting.Apply(cart, Filled, new CartFilled(Alice, "pen", 2));
        Projecting.Apply(cart, Paid, new CartPaid(Currency.Dollar, 3, "red", "new"));
        return cart;
    }

    [Fact]
    public async Task A_handler_sees_which_of_several_documents_it_changes()
    {
        await using var store = new InMemoryEventStore();
        var paid = Paid.Encode(new CartPaid(Currency.Euro, 1, "red", "new"));
        await store.AppendAsync(new StreamId("cart", "one"), ExpectedVersion.Any, [paid], TestContext.Current.CancellationToken);

        var tags = await store.ProjectAsync<NamedTag>(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("red", tags.Find("red")!.Document.Name);
        Assert.Equal("new", tags.Find("new")!.Document.Name);
    }
}
