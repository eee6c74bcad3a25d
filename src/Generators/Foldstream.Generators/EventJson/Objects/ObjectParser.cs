using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the contract of an object.</summary>
internal static class ObjectParser
{
    public static ObjectModel Parse(JsonObject type, ShapeParser shapes)
    {
        var locals = new LocalNames();
        var pairs = type.Contract.Members.Select(member => (member, model: MemberParser.Parse(member, locals, shapes))).ToList();
        return new ObjectModel(
            TypeNames.QualifiedPresent(type.Symbol),
            type.Symbol.IsReferenceType,
            type.Contract.Constructor!.Parameters.Select(parameter => ArgumentOf(parameter, pairs)).ToEquatableArray(),
            pairs.Select(pair => pair.model).ToEquatableArray());
    }

    // A parameter whose property is ignored gets its default.
    private static string ArgumentOf(IParameterSymbol parameter, List<(JsonMember Member, MemberModel Model)> pairs)
    {
        var (_, model) = pairs.Find(pair => SymbolEqualityComparer.Default.Equals(pair.Member.Parameter, parameter));
        if (model is not null)
            return model.Local;
        return parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null }
            ? DefaultLiteral.Of(parameter)
            : $"default({TypeNames.Qualified(parameter.Type)}){(parameter.Type.IsReferenceType ? "!" : "")}";
    }
}
