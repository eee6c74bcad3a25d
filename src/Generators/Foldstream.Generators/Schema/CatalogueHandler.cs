namespace Foldstream.Generators;

/// <summary>A type that handles events.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="Kind">What it is: <c>aggregate</c>, <c>decider</c>, <c>projection</c>, <c>subscription</c> or <c>projector</c>.</param>
/// <param name="Category">The category of its streams, or the one that it reads; empty for every category.</param>
/// <param name="Handles">The stored names of what it handles, in their order.</param>
/// <param name="Ignores">The stored names of what it sets aside, in their order.</param>
/// <param name="Commands">What can be asked of it, in the order of their names.</param>
internal sealed record CatalogueHandler(
    string Type, string Kind, string Category, EquatableArray<string> Handles, EquatableArray<string> Ignores, EquatableArray<CatalogueCommand> Commands)
{
    /// <summary>Its type without the namespace.</summary>
    public string ShortType => Type.Substring(Type.LastIndexOf('.') + 1);

    /// <summary>Whether it writes what is read: documents or rows.</summary>
    public bool IsReadModel => Kind is "projection" or "projector";

    public TreeObject ToTree() => new(
    [
        new("kind", new TreeText(Kind)),
        new("category", new TreeText(Category)),
        new("handles", Texts(Handles)),
        new("ignores", Texts(Ignores)),
        new("commands", new TreeObject([.. Commands.Select(command => new TreeMember(command.Name, Texts(command.Events)))])),
    ]);

    public static CatalogueHandler Of(TreeMember handler)
    {
        var content = handler.Value.AsObject("kind", "category", "handles", "ignores", "commands");
        return new CatalogueHandler(
            handler.Name,
            content.Require("kind").AsText(),
            content.Require("category").AsText(),
            content.Require("handles").AsTexts(),
            content.Require("ignores").AsTexts(),
            content.Require("commands").AsTable().Members.Select(command => new CatalogueCommand(command.Name, command.Value.AsTexts())).ToEquatableArray());
    }

    private static TreeArray Texts(EquatableArray<string> names) => new([.. names.Select(name => new TreeText(name))]);
}

/// <summary>A public method of an aggregate, or a command that a decider decides.</summary>
/// <param name="Name">The method's name, or the command's type.</param>
/// <param name="Events">The stored names of the events that it may lead to, in their order.</param>
internal sealed record CatalogueCommand(string Name, EquatableArray<string> Events);
