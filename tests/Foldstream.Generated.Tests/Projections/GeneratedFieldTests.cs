namespace Foldstream.Generated.Tests;

public sealed class GeneratedFieldTests
{
    [Fact]
    public void A_field_has_the_path_of_its_member_in_json()
    {
        Assert.Equal("count", CartView.Fields.Count.Path.ToString());
        Assert.Equal("paid_in", CartView.Fields.PaidIn.Path.ToString());
        Assert.Equal("total.amount", CartView.Fields.Total.Amount.Path.ToString());
        Assert.Equal("tags.1", CartView.Fields.Tags[1].Path.ToString());
        Assert.Equal("bought.0.price.currency", CartView.Fields.Bought[0].Price.Currency.Path.ToString());
        Assert.Equal("prices.all.amount", CartView.Fields.Prices["all"].Amount.Path.ToString());
    }

    [Fact]
    public void Fields_have_the_types_of_their_members()
    {
        Field<int> count = CartView.Fields.Count;
        Field<string> note = CartView.Fields.Note;
        Field<Currency?> paidIn = CartView.Fields.PaidIn;
        Field<CustomerId> customer = CartView.Fields.Customer;
        ValueListField<string> tags = CartView.Fields.Tags;
        Field<Sku> sku = CartView.Fields.Bought[0].Sku;

        Assert.All(new IField[] { count, note, paidIn, customer, tags[0], sku }, field => Assert.NotEmpty(field.Path.Segments));
    }

    [Fact]
    public void What_is_compared_with_is_written_as_documents_hold_it()
    {
        var id = new Guid("8c7f4dd2-6b1f-4a0e-9a39-0d8f5a3b2c1d");

        Assert.Equal([SortableKey.Of("Dollar")!], Keys(CartView.Fields.PaidIn == Currency.Dollar));
        Assert.Equal([SortableKey.Of(id)], Keys(CartView.Fields.Customer == new CustomerId(id)));
        Assert.Equal([SortableKey.Of("pen")!], Keys(CartView.Fields.Bought[0].Sku == new Sku("pen")));
        Assert.Equal([SortableKey.Of(100)], Keys(CartView.Fields.Count > 100));
        Assert.Equal(FieldOperator.IsNull, Assert.IsType<FieldFilter>(CartView.Fields.PaidIn == null).Operator);
    }

    [Fact]
    public void The_schema_holds_what_the_fields_hold()
    {
        var schema = Projecting.DefinitionOf<CartView>().Fields;

        Assert.Equal(["bought", "count", "customer", "firstItem", "note", "paid_in", "prices", "shelf", "tags", "total"], schema.Members.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((FieldKind.List, FieldKind.Object), (schema.Members["bought"].Kind, schema.Members["bought"].Item!.Kind));
        Assert.Equal(FieldKind.Number, schema.Members["total"].Members["amount"].Kind);
        Assert.Equal(FieldKind.Map, schema.Members["prices"].Kind);
    }

    private static IReadOnlyList<string> Keys(DocumentFilter filter) => Assert.IsType<FieldFilter>(filter).Keys;
}
