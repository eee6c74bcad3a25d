namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class ProjectionCachingTests
{
    private const string Source = """
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed(string Owner);
        [Projection("owners")]
        public partial class Owners
        {
            public string Owner { get; private set; } = "";
            [Key] private static string By(AccountOpened e) => e.Owner;
            private void Apply(AccountOpened e) => Owner = e.Owner;
        }
        """;

    [Fact]
    public void An_unrelated_edit_writes_nothing() => Generate.Projections(Source)
        .WithSource("Unrelated.cs", "class Unrelated { void Method() { } }")
        .AssertModelUnchanged(Steps.Projections)
        .AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_handler_and_of_a_key_writes_nothing() => Generate.Projections(Source)
        .Replace("Owner = e.Owner", "Owner = e.Owner.Trim()")
        .Replace("=> e.Owner;", "=> e.Owner.Trim();")
        .AssertModelUnchanged(Steps.Projections)
        .AssertOutputsCached();

    [Fact]
    public void A_new_handler_is_written()
    {
        var edited = Generate.Projections(Source).Replace(
            "private void", "[Key] private static string Of(AccountClosed e) => e.Owner; [DeletesDocument] private void Apply(AccountClosed e) { } private void");

        edited.AssertModelModified(Steps.Projections).AssertOutputsModified();
        Assert.Contains("case \"account-closed\":", edited.Generated("Bank.Owners.Projection.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_member_of_the_document_is_written()
    {
        var edited = Generate.Projections(Source).Replace("[Key]", "public int Count { get; private set; } [Key]");

        edited.AssertModelModified(Steps.Projections).AssertOutputsModified();
        Assert.Contains("Field<int> Count", edited.Generated("Bank.Owners.Fields.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_is_another_fold_though_no_handler_changed() => Generate.Folds(Source)
        .Replace("=> e.Owner;", "=> e.Owner.Trim();")
        .AssertModelModified(Steps.Folds)
        .AssertOutputsModified();

    [Fact]
    public void A_private_member_is_written_to_the_state_and_leaves_the_rest_alone()
    {
        var edited = Generate.Events(Source).Replace("[Key]", "private int count; [Key]");

        edited.AssertModelModified(Steps.States);
        Assert.Contains("value.count", edited.Generated("Bank.Owners.State.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_handler_leaves_the_state_alone() => Generate.Events(Source)
        .Replace("Owner = e.Owner", "Owner = e.Owner.Trim()")
        .AssertModelUnchanged(Steps.States)
        .AssertOutputsCached();

    [Fact]
    public void The_models_hold_values_only()
    {
        foreach (var model in new[] { typeof(ProjectionModel), typeof(StateJsonModel) })
        {
            ModelShape.AssertNoRoslynTypes(model);
            ModelShape.AssertValueEquality(model);
        }
    }
}
